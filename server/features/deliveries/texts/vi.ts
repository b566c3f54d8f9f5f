import type { DeliveryTexts } from './delivery-texts.ts'

export const vi: DeliveryTexts = {
  source: 'Yêu cầu triển khai Bitrix24',
  firstContact: (number) => `Liên hệ lần đầu: ${number}`,
  firstContactHint:
    'Khách hàng mong được liên hệ lần đầu một cách riêng tư, không làm phiền. Không chuyển liên hệ cho người khác.',
  labels: {
    number: 'Yêu cầu',
    summary: 'Tóm tắt',
    description: 'Mô tả',
    services: 'Dịch vụ',
    location: 'Địa điểm',
    languages: 'Ngôn ngữ',
    role: 'Vai trò của người liên hệ',
    companySize: 'Quy mô công ty',
    industry: 'Ngành',
    users: 'Người dùng',
    budget: 'Ngân sách',
    timeframe: 'Thời gian dự kiến',
    edition: 'Phiên bản',
    messengers: 'Ứng dụng nhắn tin',
    website: 'Trang web',
    address: 'Địa chỉ'
  },
  status: {
    open: 'Đang xử lý',
    won: 'Thành công',
    lost: 'Thất bại',
    void: 'Không tính',
    withdrawn: 'Đã rút lại',
    erased: 'Đã xóa dữ liệu khách hàng',
    none: 'Không có yêu cầu'
  },
  notes: {
    withdrawn: (number) =>
      `Yêu cầu ${number} đã được khách hàng hoặc Bitrix24 rút lại. Vui lòng không liên hệ với khách hàng về việc này nữa.`,
    erased: (number) =>
      `Khách hàng của yêu cầu ${number} đã đề nghị xóa dữ liệu cá nhân. Vui lòng xóa bản sao của bạn trên thẻ này và ở mọi nơi khác.`
  }
}
