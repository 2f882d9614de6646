import express from 'express';

/** The least Express 5 can do: one route that answers 304 and knows nothing. Tells its port to who started it. */
const server = express()
  .get('/flow', (request, response) => {
    if (request.get('if-none-match') === '"1"') response.status(304).end();
    else response.set('ETag', '"1"').json({ flow_id: 'x' });
  })
  .listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.on('disconnect', () => process.exit(0));
