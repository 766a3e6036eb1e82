/** What a merchant enters to connect Amazon Shipping. */
import * as z from 'zod'

export const credentials = z.strictObject({
  client_id: z
    .string()
    .min(1)
    .meta({ description: 'LWA client identifier of the Selling Partner API app' }),
  client_secret: z.string().min(1).meta({ description: 'LWA client secret of that app' }),
  refresh_token: z
    .string()
    .min(1)
    .meta({ description: 'Refresh token from authorizing the app, with the role Amazon Shipping' }),
  region: z
    .enum(['na', 'eu', 'fe'])
    .default('na')
    .meta({ description: 'North America; Europe, India and the Middle East; Far East' }),
  carrier_id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{2,40}$/, '2 to 40 letters, digits, - and _')
    .default('AMZN_US')
    .meta({ description: 'Carrier of the rates the labels were bought with, like AMZN_US' }),
  business: z
    .string()
    .regex(/^AmazonShipping_[A-Z]{2,3}$/, 'like AmazonShipping_UK')
    .optional()
    .meta({ description: 'The Amazon Shipping business, where it is not that of the region' }),
  environment: z.enum(['production', 'sandbox']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

/** Source: "SP-API Endpoints" in Amazon's developer documentation. */
export const originOf = ({ environment, region }: Credentials): string =>
  `https://${environment === 'sandbox' ? 'sandbox.' : ''}sellingpartnerapi-${region}.amazon.com`
