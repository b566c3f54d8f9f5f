import type { NoticeTexts } from './notice-texts.ts'

export const th: NoticeTexts = {
  requestNew: ({ number, country, services }) => `คำขอติดตั้งระบบใหม่ [b]${number}[/b] ใน${country}: ${services}`,
  digest: ({ total, locked }) =>
    `คำขอติดตั้งระบบใหม่ตั้งแต่สรุปครั้งก่อน: [b]${total}[/b]` + (locked > 0 ? ` ในจำนวนนี้ ${locked} รายการยังล็อกสำหรับคุณ` : ''),
  withdrawn: (number) => `คำขอ [b]${number}[/b] ถูกถอนแล้ว โปรดอย่าติดต่อลูกค้าเกี่ยวกับคำขอนี้อีก`,
  erased: (number) => `ลูกค้าของคำขอ [b]${number}[/b] ขอให้ลบข้อมูลส่วนบุคคล โปรดลบสำเนาของคุณและยืนยันในแอป`,
  deliveryRefused: (number) => `CRM ของคุณปฏิเสธคำขอ [b]${number}[/b] แอปแสดงเหตุผล เมื่อแก้ไขแล้วให้ส่งอีกครั้งจากแอป`,
  test: 'การแจ้งเตือนของแอปคำขอติดตั้งระบบจะมาที่นี่',
  open: 'เปิดในแอป'
}
