/** Where sandbox parcels travel: made-up journeys between real cities, with their IANA zones. */

export interface Place {
  readonly city: string
  readonly country: string
  readonly zone: string
}

export interface Route {
  readonly origin: Place
  readonly hub: Place
  readonly destination: Place
  readonly currency: string
  readonly pickup: { readonly name: string; readonly address: string; readonly hours: string }
}

const place = (city: string, country: string, zone: string): Place => ({ city, country, zone })

const SHENZHEN = place('Shenzhen', 'CN', 'Asia/Shanghai')
const DUBAI = place('Dubai', 'AE', 'Asia/Dubai')
const LEIPZIG = place('Leipzig', 'DE', 'Europe/Berlin')
const SINGAPORE = place('Singapore', 'SG', 'Asia/Singapore')

export const ROUTES: readonly Route[] = [
  {
    origin: SHENZHEN,
    hub: DUBAI,
    destination: place('Riyadh', 'SA', 'Asia/Riyadh'),
    currency: 'SAR',
    pickup: {
      name: 'Olaya Parcel Point',
      address: '8 King Fahd Road, Riyadh, SA',
      hours: 'Sat–Thu 09:00–22:00',
    },
  },
  {
    origin: LEIPZIG,
    hub: DUBAI,
    destination: place('Muscat', 'OM', 'Asia/Muscat'),
    currency: 'OMR',
    pickup: {
      name: 'Al Khuwair Corner Shop',
      address: '21 Dohat Al Adab Street, Muscat, OM',
      hours: 'Sat–Thu 08:00–21:00',
    },
  },
  {
    origin: DUBAI,
    hub: place('Dammam', 'SA', 'Asia/Riyadh'),
    destination: place('Jeddah', 'SA', 'Asia/Riyadh'),
    currency: 'SAR',
    pickup: {
      name: 'Tahlia Parcel Point',
      address: '40 Prince Mohammed bin Abdulaziz Street, Jeddah, SA',
      hours: 'Sat–Thu 10:00–23:00',
    },
  },
  {
    origin: place('Istanbul', 'TR', 'Europe/Istanbul'),
    hub: place('Manama', 'BH', 'Asia/Bahrain'),
    destination: place('Kuwait City', 'KW', 'Asia/Kuwait'),
    currency: 'KWD',
    pickup: {
      name: 'Salmiya Post Counter',
      address: '5 Salem Al Mubarak Street, Kuwait City, KW',
      hours: 'Sun–Thu 08:00–20:00',
    },
  },
  {
    origin: SINGAPORE,
    hub: DUBAI,
    destination: place('Doha', 'QA', 'Asia/Qatar'),
    currency: 'QAR',
    pickup: {
      name: 'West Bay Lockers',
      address: '12 Majlis Al Taawon Street, Doha, QA',
      hours: '24/7',
    },
  },
  {
    origin: place('Lyon', 'FR', 'Europe/Paris'),
    hub: LEIPZIG,
    destination: place('Vienna', 'AT', 'Europe/Vienna'),
    currency: 'EUR',
    pickup: {
      name: 'Neubau Paketshop',
      address: 'Mariahilfer Straße 88, Vienna, AT',
      hours: 'Mon–Sat 08:00–19:00',
    },
  },
  {
    origin: place('Rotterdam', 'NL', 'Europe/Amsterdam'),
    hub: place('Birmingham', 'GB', 'Europe/London'),
    destination: place('London', 'GB', 'Europe/London'),
    currency: 'GBP',
    pickup: {
      name: 'Camden News & Parcels',
      address: '101 Camden High Street, London, GB',
      hours: 'Mon–Sun 07:00–21:00',
    },
  },
  {
    origin: SHENZHEN,
    hub: SINGAPORE,
    destination: place('Tokyo', 'JP', 'Asia/Tokyo'),
    currency: 'JPY',
    pickup: {
      name: 'Shibuya Konbini Counter',
      address: '2-1 Dogenzaka, Tokyo, JP',
      hours: '24/7',
    },
  },
]
