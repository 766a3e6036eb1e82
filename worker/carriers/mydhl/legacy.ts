/**
 * Answers of the former XML services ("XML-PI") in the form of the MyDHL API's: the same shipments,
 * events and codes under other names. They are superseded; recordings of them are whole lives.
 */
import * as z from 'zod'
import { fact, list, optional, some, text } from '../fields.ts'

const condition = optional(z.object({ ConditionCode: fact, ConditionData: fact })).catch(null)

const status = z.object({ ActionStatus: text, Condition: condition })

const event = z
  .object({
    Date: text,
    Time: text,
    ServiceEvent: z.object({ EventCode: text, Description: text }),
    Signatory: fact,
    ServiceArea: optional(z.object({ Description: fact })).catch(null),
  })
  .transform(({ Date: date, Time: time, ServiceEvent, Signatory, ServiceArea }) => ({
    date,
    time,
    typeCode: ServiceEvent.EventCode,
    // Lines are broken where the line was full.
    description: ServiceEvent.Description?.replace(/\s+/g, ' '),
    serviceArea: [{ description: ServiceArea?.Description }],
    signedBy: Signatory,
  }))

const info = optional(z.object({ EstDlvyDate: fact, ShipmentEvent: list(event) }))

const shipment = z
  .object({ AWBNumber: fact, Status: status, ShipmentInfo: info })
  .refine(({ Status, ShipmentInfo }) => ShipmentInfo !== null || Status.Condition !== null)
  .transform(({ AWBNumber, Status, ShipmentInfo }) => ({
    shipmentTrackingNumber: AWBNumber,
    status: Status.Condition?.ConditionData ?? Status.ActionStatus,
    events: ShipmentInfo?.ShipmentEvent,
    estimatedDeliveryDate: ShipmentInfo?.EstDlvyDate,
  }))

const found = z
  .object({ TrackingResponse: z.object({ AWBInfo: some(shipment) }) })
  .transform(({ TrackingResponse }) => ({ shipments: TrackingResponse.AWBInfo }))

const failed = z
  .object({
    ShipmentTrackingErrorResponse: z.object({ Response: z.object({ Status: status }) }),
  })
  .transform(({ ShipmentTrackingErrorResponse: { Response } }) => ({
    status: Response.Status.Condition?.ConditionCode ?? Response.Status.ActionStatus,
    detail: Response.Status.Condition?.ConditionData,
  }))

export const legacy = z.union([found, failed])
