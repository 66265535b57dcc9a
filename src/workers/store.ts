// The thread that writes SQLite: it holds the data folder's lock and both databases.
import { systemClock } from '../io/clock.ts'
import { parameters, serve } from '../io/process/serve.ts'
import { createStoreOperations, type StoreParameters } from '../io/sqlite/store-operations.ts'

serve(createStoreOperations(parameters<StoreParameters>(), systemClock))
