import type { DeliveryTexts } from './delivery-texts.ts'

export const th: DeliveryTexts = {
  source: 'คำขอติดตั้งระบบ Bitrix24',
  firstContact: (number) => `การติดต่อครั้งแรก: ${number}`,
  firstContactHint: 'ลูกค้าคาดหวังการติดต่อครั้งแรกแบบส่วนตัวและไม่รบกวน อย่าส่งต่อข้อมูลติดต่อ',
  labels: {
    number: 'คำขอ',
    summary: 'สรุป',
    description: 'รายละเอียด',
    services: 'บริการ',
    location: 'พื้นที่',
    languages: 'ภาษา',
    role: 'บทบาทของผู้ติดต่อ',
    companySize: 'ขนาดบริษัท',
    industry: 'อุตสาหกรรม',
    users: 'ผู้ใช้',
    budget: 'งบประมาณ',
    timeframe: 'กรอบเวลา',
    edition: 'รุ่น',
    messengers: 'แอปแชต',
    website: 'เว็บไซต์',
    address: 'ที่อยู่'
  },
  status: {
    open: 'กำลังดำเนินการ',
    won: 'สำเร็จ',
    lost: 'ไม่สำเร็จ',
    void: 'ไม่นับ',
    withdrawn: 'ถอนแล้ว',
    erased: 'ลบข้อมูลลูกค้าแล้ว',
    none: 'ไม่มีคำขอ'
  },
  notes: {
    withdrawn: (number) => `คำขอ ${number} ถูกถอนโดยลูกค้าหรือโดย Bitrix24 โปรดอย่าติดต่อลูกค้าเกี่ยวกับคำขอนี้อีก`,
    erased: (number) => `ลูกค้าของคำขอ ${number} ขอให้ลบข้อมูลส่วนบุคคล โปรดลบสำเนาของคุณจากการ์ดนี้และจากที่อื่นทั้งหมด`
  }
}
