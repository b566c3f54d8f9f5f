import type { NoticeTexts } from './notice-texts.ts'

export const vi: NoticeTexts = {
  requestNew: ({ number, country, services }) => `Yêu cầu triển khai mới [b]${number}[/b] tại ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Yêu cầu triển khai mới kể từ bản tóm tắt trước: [b]${total}[/b]` +
    (locked > 0 ? `, trong đó ${locked} vẫn bị khóa với bạn.` : '.'),
  withdrawn: (number) =>
    `Yêu cầu [b]${number}[/b] đã được rút lại. Vui lòng không liên hệ với khách hàng về việc này nữa.`,
  erased: (number) =>
    `Khách hàng của yêu cầu [b]${number}[/b] đã đề nghị xóa dữ liệu cá nhân. Vui lòng xóa bản sao của bạn và xác nhận trong ứng dụng.`,
  deliveryRefused: (number) =>
    `CRM của bạn đã từ chối yêu cầu [b]${number}[/b]. Ứng dụng cho biết lý do; sau khi khắc phục, hãy gửi lại từ đó.`,
  test: 'Thông báo của ứng dụng Yêu cầu triển khai được gửi đến đây.',
  open: 'Mở trong ứng dụng'
}
