/** Secrets of tests and demo: fake, public, and good for nothing else. */
export const TEST_SECRETS = {
  LINK_KEYS: '{"1":"dGVzdC1saW5rLWtleS1mb3ItdGVzdHMtb25seS0wMDE"}',
  CREDENTIAL_KEYS: '{"1":"dGVzdC1jcmVkZW50aWFsLWtleS10ZXN0cy1vbmx5LTE"}',
  OPERATOR_KEY: 'operator-key-for-tests-and-demo-only',
} as const
