/**
 * The cases of one's own authorities, the most pressing first.
 */

import { Table } from 'antd'
import { Link } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { departmentTexts } from '../../../texts/department-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { StaffListPage } from '../staff-page.tsx'

const texts = departmentTexts.list

export function DepartmentPage() {
  const reading = useApi('GET /api/department/cases')
  return (
    <StaffListPage title={texts.title} lead={texts.lead}>
      <Awaited reading={reading}>
        {({ cases }) => (
          <Table
            rowKey="id"
            dataSource={cases}
            pagination={false}
            locale={{ emptyText: texts.empty }}
            columns={[
              {
                title: texts.case,
                render: (_, { id, number }) => <Link href={`/work/department/${id}`}>{number}</Link>,
              },
              { title: texts.service, render: (_, { service }) => service.name['zh-CN'] },
              { title: texts.applicant, dataIndex: 'applicant' },
              { title: texts.due, render: (_, { next }) => next?.due ?? '' },
            ]}
          />
        )}
      </Awaited>
    </StaffListPage>
  )
}
