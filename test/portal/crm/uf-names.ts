/**
 * The camelCase form of a custom field's name (docs: `crm/universal/index.md`):
 * UF_CRM_3_DIGIT → ufCrm3Digit, UF_CRM_1747309879 → ufCrm_1747309879, UF_CRM_3_DIGIT10 → ufCrm_3_DIGIT10.
 */
export function camelUserField(name: string): string {
  const parts = name.replace(/^UF_/, '').split('_')
  const [head = '', ...rest] = parts
  const mixed = rest.some((part) => /[A-Z]/.test(part) && /\d/.test(part))
  const start = `uf${capital(head)}`
  if (mixed) return `${start}_${rest.join('_')}`
  return rest.reduce((text, part, index) => {
    if (!/^\d+$/.test(part)) return text + capital(part)
    return index === 0 && rest.length > 1 ? text + part : `${text}_${part}`
  }, start)
}

function capital(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()
}
