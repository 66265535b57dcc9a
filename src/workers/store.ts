// The thread that writes SQLite: it holds the data folder's lock and both databases. As a process: their care.
import { systemClock } from '../io/clock.ts'
import { parameters, serve } from '../io/process/serve.ts'
import { createCareOperations, type CareParameters } from '../io/sqlite/care-operations.ts'
import { createStoreOperations, type StoreParameters } from '../io/sqlite/store-operations.ts'

const given = parameters<StoreParameters | CareParameters>()
serve(
  'care' in given
    ? createCareOperations(given, systemClock)
    : createStoreOperations(given, systemClock),
)
