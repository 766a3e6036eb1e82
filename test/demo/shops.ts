/** The demo's two merchants: as unlike each other as two shops are. */

export interface DemoShop {
  readonly id: string
  /** Prefix of its order numbers */
  readonly prefix: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly brand: Readonly<Record<string, unknown>>
  readonly order: Readonly<Record<string, unknown>>
}

const lines = [
  {
    id: '1',
    sku: 'LAMP-OAK',
    title: { en: 'Oak reading lamp', ar: 'مصباح قراءة من خشب البلوط' },
    quantity: 1,
  },
  {
    id: '2',
    sku: 'MUG-BLUE',
    title: { en: 'Stoneware mug, blue', ar: 'كوب خزفي أزرق' },
    quantity: 2,
  },
  {
    id: '3',
    sku: 'THROW-WOOL',
    title: { en: 'Wool throw', ar: 'غطاء من الصوف' },
    quantity: 1,
  },
]

export const SHOPS: readonly DemoShop[] = [
  {
    id: 'juniper',
    prefix: 'J',
    settings: {
      name: 'Juniper & Oak',
      locale: 'en',
      time_zone: 'Europe/Berlin',
      hostnames: [{ hostname: 'juniper.localhost' }],
    },
    brand: {
      name: 'Juniper & Oak',
      home: 'https://juniper.example',
      colours: { accent: '#2f6b4f' },
      support: {
        email: 'hello@juniper.example',
        phone: '+49 30 5550100',
        url: 'https://juniper.example/help',
      },
      links: [
        {
          label: { en: 'Returns', ar: 'الإرجاع' },
          url: 'https://juniper.example/returns',
        },
        {
          label: { en: 'Shop', ar: 'المتجر' },
          url: 'https://juniper.example',
        },
      ],
    },
    order: {
      currency: 'EUR',
      totals: { items: '57.60', shipping: '4.90', total: '62.50' },
      buyer: {
        name: 'Alex Rivera',
        locale: 'en',
        contacts: [
          { channel: 'email', address: 'alex@mail.example', consent: true },
          { channel: 'sms', address: '+4915155501234', consent: false },
        ],
      },
      delivery: {
        method: 'home',
        time_zone: 'Europe/Berlin',
        address: {
          lines: ['Lindenstraße 12', '3rd floor'],
          city: 'Berlin',
          postcode: '10969',
          country: 'DE',
        },
      },
      notes: [{ text: 'Your lamp comes with a spare bulb.', public: true }],
      lines,
    },
  },
  {
    id: 'nakheel',
    prefix: 'N',
    settings: {
      name: 'Souq Al Nakheel',
      locale: 'ar',
      time_zone: 'Asia/Dubai',
      hostnames: [{ hostname: 'nakheel.localhost' }],
    },
    brand: {
      name: 'سوق النخيل',
      home: 'https://nakheel.example',
      colours: { accent: '#b4532a' },
      support: { email: 'care@nakheel.example', phone: '+971 4 555 0100' },
      links: [
        {
          label: { en: 'Returns', ar: 'الإرجاع' },
          url: 'https://nakheel.example/returns',
        },
      ],
    },
    order: {
      currency: 'AED',
      totals: { items: '52.50', shipping: '10.00', total: '62.50' },
      buyer: {
        name: 'مريم الهاشمي',
        locale: 'ar-AE',
        contacts: [{ channel: 'email', address: 'maryam@mail.example', consent: true }],
      },
      delivery: {
        method: 'home',
        time_zone: 'Asia/Dubai',
        address: {
          lines: ['شارع الوصل ٤٥', 'شقة ٧'],
          city: 'دبي',
          postcode: '00000',
          country: 'AE',
        },
      },
      notes: [{ text: 'مع مصباحك لمبة إضافية.', public: true }],
      lines,
    },
  },
]
