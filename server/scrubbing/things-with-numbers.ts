/** What the numbers of a clause are, when it isn't telephones. */
const OF_THINGS =
  /(?:artikel|auftrags|bestell|rechnungs|kunden|serien|teile|material|chargen)-?nummern?|(?:order|part|serial|invoice|item|batch|lot|article|product|po) (?:numbers?|codes?|nos?\.)|skus?|referencias?|códigos?|números? de (?:serie|pedido|factura|nota)|numéros? de (?:série|commande|facture|lot)|références?|codici|codice|numeri d['’]ordine|numery? (?:zamówie\p{L}*|seryjn\p{L}*|faktur\p{L}*)|indeks\p{L}*|sipariş (?:no|numara\p{L}*)|parti kodu|stok kodu|faktur|nomor (?:po|pesanan|faktur|invoice)|nombor (?:pesanan|invois|siri)|mã (?:đơn|lô|hàng|sản phẩm|vạch)|số (?:hóa đơn|lô)|注文番号|品番|伝票|型番|订单号|料号|料號|訂單編號|物料|编号|編號|เลขที่ใบ|รหัสสินค้า|ऑर्डर|चालान|артикул\p{L}*|номер\p{L}* заказ\p{L}*/iu
const OF_PHONES = new RegExp(
  `tel|phone|fon|mobil|handy|whats|call|ruf|cel|móvil|appel|chiam|zadzwo|hubung|gọi|điện|电话|電話|手机|โทร|फ़?ोन|тел|звон`,
  'iu'
)

export function isClauseOfThings(before: string): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1)
  return OF_THINGS.test(clause) && !OF_PHONES.test(clause)
}
