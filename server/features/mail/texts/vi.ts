import type { MailTexts } from './mail-texts.ts'

export const vi: MailTexts = {
  subject: (total) => (total === 1 ? 'Một yêu cầu triển khai mới' : `${total} yêu cầu triển khai mới`),
  greeting: (partner) => `Xin chào ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'Có một yêu cầu triển khai mới tại các địa điểm của bạn'
      : `Có ${total} yêu cầu triển khai mới tại các địa điểm của bạn`) +
    (locked === 0 ? '.' : `. Đã mở cho bạn: ${total - locked}, còn bị khóa: ${locked}.`),
  more: (count) => `… và ${count} yêu cầu khác.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'Yêu cầu bị khóa' : 'Yêu cầu bị khóa đầu tiên'} sẽ mở cho bạn vào ${at}.`,
  open: 'Mở các yêu cầu',
  howToOpen: 'Hãy mở ứng dụng Yêu cầu triển khai trong Bitrix24 của bạn, tại mục Ứng dụng.',
  why: 'Bạn nhận thư này với tư cách đối tác bạc hoặc vàng của Bitrix24, nhiều nhất mỗi giờ một lần.',
  unsubscribe: 'Không nhận các thư này nữa',
  page: {
    title: 'Thư về các yêu cầu mới',
    ask: (email) => `${email} không muốn nhận thư về các yêu cầu mới nữa?`,
    stop: 'Không gửi thư nữa',
    stopped: (email) => `${email} không còn nhận thư về các yêu cầu mới. Ứng dụng vẫn hiển thị chúng như trước.`,
    resume: 'Nhận lại',
    resumed: (email) => `${email} lại nhận thư về các yêu cầu mới.`,
    unknown: { title: 'Liên kết không xác định', text: 'Liên kết này không đầy đủ hoặc không còn hiệu lực.' }
  }
}
