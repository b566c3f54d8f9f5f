import type { Span } from './spans.ts'

const BEHIND =
  /^(?:(?:[\s,]{1,2}(?:&\s?)?|(?=[(（\p{Script=Han}]))(?:\((?:株|有|股)\)(?:公司)?|（(?:株|有|股)）(?:公司)?|株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|公司|GmbH|mbH|AG|KGaA|KG|UG|OHG|GbR|e\.\s?K\.|Co\.|SE|Ltd\.?|Limited|LLC|Inc\.?|INC\.?|LTD\.?|CORP\.?|ENT\.?|Ent\.?|Enterprise|ENTERPRISE|S\/A|\(同\)|Corp\.?|PLC|plc|LLP|S\.?A\.?S?\.?(?![\p{L}])|SARL|EURL|S\.?[Rr]\.?[Ll]\.?[Ss]?\.?|S\.?[Pp]\.?A\.?|S\.?L\.?U?\.?(?![\p{L}])|C\.?V\.?|B\.?V\.?|N\.?V\.?|[Ss]p\.\s?z\s?o\.\s?o\.|[Ss]p\.\s?[jk]\.|Ltda\.?|ME(?![\p{L}])|EIRELI|EPP|A\.?\s?Ş\.?|Ltd\.\s?Şti\.?|Şti\.?|Tbk\.?|Sdn\.?|Bhd\.?|S\/B|Pvt\.?|Pte\.?|Private|JSC|ООО|ЗАО|АО|ТОВ|प्रा\.?|प्राइवेट|लि\.?|लिमिटेड|จำกัด|\(มหาชน\))(?![\p{Script=Latin}\p{Script=Cyrillic}\p{M}])){1,4}/u
const BEFORE =
  /(?:(?<![\p{L}\p{M}])(?:PT|CV|UD|CTY|Cty|TNHH|CTCP|CTY CP|CP|TM|XNK|Công ty|công ty|CÔNG TY|ООО|ОАО|ЗАО|АО|ИП|ТОВ|ФОП|บจก\.?|หจก\.?|บมจ\.?|บริษัท|ห้างหุ้นส่วนจำกัด)\s?\.?\s?[«"“]?|(?:\((?:株|有|同|資|名)\)|（(?:株|有|同|資|名)）|㈱|㈲|株式会社|有限会社|合同会社|(?<!\p{Script=Han})(?:上海|北京|深圳|广州|廣州|杭州|南京|苏州|蘇州|成都|重庆|武汉|天津|西安|青岛|厦门|宁波|东莞|佛山|香港|台灣|台湾|台北|高雄|台中|東京|大阪)市?)\s?)+$/u

/** The form of a company goes along with its name. */
export function withLegalForm(text: string, span: Span): Span {
  if (span.kind !== 'company' || span.why !== undefined) return span
  const behind = BEHIND.exec(text.slice(span.to, span.to + 40))?.[0].length ?? 0
  const before = BEFORE.exec(text.slice(Math.max(0, span.from - 30), span.from))?.[0].length ?? 0
  return behind + before === 0 ? span : { ...span, from: span.from - before, to: span.to + behind }
}
