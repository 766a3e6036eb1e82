/**
 * T-Cat's statuses.
 *
 * Source: the codes of 貨態 in the appendix of its EGS API specification, and 100 in its sample. 153 and
 * 154 are one office's day: out of the line-haul, onto the van. 308 and 420 are the stores' affairs and
 * say nothing of the parcel.
 */
import { codeTable } from '../code-table.ts'

export const CODES = codeTable([
  // 已集貨
  ['accepted', null, '100'],
  // 轉運中, 空運中, 當配下車, 轉交超商配達, 超商取回
  ['in_transit', null, '111 152 153 208 209'],
  // 航班延誤, 航班取消
  ['in_transit', 'transport_delay', '185 186'],
  // 轉寄
  ['in_transit', 'forwarded', '155'],
  // 暫置營業所, BASE 列管
  ['in_transit', 'held', '159 302'],
  // 假日暫置
  ['in_transit', 'holiday', '168'],
  // 配送中, 當配上車, 轉交配送中, 委外人員配送中, 二迴配送
  ['out_for_delivery', null, '151 154 202 204 205'],
  // 不在家
  ['attempt_failed', 'recipient_absent', '211'],
  // 公司行號休息
  ['attempt_failed', 'business_closed', '212'],
  // 地址不明
  ['attempt_failed', 'address_wrong', '213'],
  // 搬家
  ['attempt_failed', 'recipient_moved', '214'],
  // 拒收
  ['attempt_failed', 'refused', '215'],
  // 另約時間
  ['attempt_failed', 'rescheduled', '216'],
  // 地址錯誤, 郵政信箱
  [null, 'address_wrong', '183 184'],
  // 配完
  ['delivered', null, '301'],
  // 一般退貨, 代收退貨, B2S 退貨
  ['returning_to_sender', null, '161 303 309'],
  // 退貨配完
  ['returned_to_sender', null, '305'],
  // 超商通知取回, 轉交超商配達刪除
  [null, null, '308 420'],
])
