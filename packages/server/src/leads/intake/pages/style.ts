/**
 * The one style of the intake, in every page itself: the drawing sheet of the house, as small as it gets.
 */

import { createHash } from 'node:crypto'

/** The style sheet. */
export const style = `:root{--ink:#12304a;--act:#0b5cad;--deep:#084a8c;--text:#1a2733;--soft:#4a5a68;--edge:#6b7c8a;--hair:#c9d3db;--mist:#f2f6f9;--paper:#faf8f3;--red:#b3261e;--redbg:#fce9e7;--green:#1b6e46;--greenbg:#e3f2ea}
*{box-sizing:border-box}
body{margin:0;color:var(--text);background:#fff;font:17px/1.75 "PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif}
header{border-bottom:4px double var(--ink)}
header div,main,footer div{max-width:712px;margin:0 auto;padding:0 16px}
header div{display:flex;align-items:center;justify-content:space-between;gap:12px;min-height:64px}
header a.home{color:var(--ink);font-weight:600;font-size:18px;line-height:1.3;text-decoration:none}
header small{display:block;color:var(--soft);font-size:15px;font-weight:400}
a{color:var(--act)}a:hover{color:var(--deep)}
a.leave{flex:none;display:inline-flex;align-items:center;min-height:44px;padding:0 14px;border:1px solid var(--edge);border-radius:4px;color:var(--text);text-decoration:none;font-size:15px}
main{padding-top:24px;padding-bottom:56px}
h1{font-size:26px;line-height:1.35;color:var(--ink);margin:0 0 12px}
h2{font-size:20px;line-height:1.4;color:var(--ink);margin:32px 0 8px}
p,ul,ol{margin:0 0 12px}ul,ol{padding-left:1.3em}li{margin:4px 0}
small,.soft{color:var(--soft);font-size:15px}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
.step{color:var(--soft);font-size:15px;margin-bottom:4px}
.box{border:1px solid var(--hair);border-radius:4px;padding:14px 16px;margin:0 0 16px;background:var(--mist)}
.box>:last-child{margin-bottom:0}.box h2{margin-top:0;font-size:18px}
.paper{background:var(--paper)}.fault{background:var(--redbg);border-color:var(--red);color:var(--red)}.good{background:var(--greenbg);border-color:var(--green)}
.door{display:block;border:1px solid var(--ink);border-radius:4px;padding:14px 16px;margin:0 0 12px;text-decoration:none;color:var(--text)}
.door strong{display:block;color:var(--act);font-size:18px}
button,.go{display:block;width:100%;min-height:48px;padding:8px 20px;border:0;border-radius:4px;background:var(--act);color:#fff;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.go:hover{background:var(--deep);color:#fff}button[disabled]{background:var(--edge)}
button.second{background:#fff;color:var(--act);border:1px solid var(--act);font-weight:400}
label,legend{display:block;font-weight:600;margin:0 0 4px;padding:0}
label small,legend small{display:block;font-weight:400;line-height:1.5}
fieldset{border:0;margin:0 0 20px;padding:0}
.field{margin:0 0 20px}
input[type=text],input[type=tel],input[type=file],select,textarea{width:100%;min-height:48px;padding:9px 12px;border:1px solid var(--edge);border-radius:4px;background:#fff;color:inherit;font:inherit}
textarea{min-height:190px;resize:vertical}
.pick{display:flex;gap:12px;align-items:flex-start;border:1px solid var(--hair);border-radius:4px;padding:11px 14px;margin:0 0 8px;font-weight:400}
.pick input{flex:none;width:20px;height:20px;margin:5px 0 0;accent-color:var(--act)}
.pick small{line-height:1.5}
.code{font:600 27px/1.5 ui-monospace,Consolas,Menlo,monospace;letter-spacing:.03em;color:var(--ink);border:1px solid var(--ink);outline:1px solid var(--hair);outline-offset:4px;border-radius:4px;padding:14px 8px;margin:18px 4px 22px;text-align:center;text-wrap:balance;word-spacing:.15em;background:#fff}
.note{border-left:3px solid var(--hair);padding:2px 0 2px 12px;margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere}
.note.theirs{border-color:var(--act)}.note small{display:block}
.hash{font:14px/1.6 ui-monospace,Consolas,Menlo,monospace;overflow-wrap:anywhere}
footer{border-top:1px solid var(--hair);font-size:15px;color:var(--soft)}footer div{padding:12px 16px 32px}footer a{display:inline-block;padding:9px 16px 9px 0}
[hidden]{display:none!important}
@media(min-width:600px){button,.go{width:auto;min-width:220px}.code{font-size:32px}}
@media print{header,footer,button,.noprint{display:none!important}main{padding:0}}`

/** Its hash, for the policy. */
export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`
