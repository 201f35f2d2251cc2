-- Moves the head of an inbox, which failed too often, into quarantine.
-- ARGV: 1 person, 2 epoch of the claim, 3 sid, 4 now (ms), 5 lease (ms), 6 kept for (ms)
-- Returns 1, or 0 when the claim is old or the head another.
local person, sid, now = ARGV[1], ARGV[3], ARGV[4]
local head = redis.call('LINDEX', key('inbox:' .. person), 0)
if not holds('inbox', person, ARGV[2]) or not head or string.sub(head, 1, #sid + 1) ~= sid .. '\n' then
  return 0
end
local id = 'in-' .. sid
redis.call('HSET', key('quarantined:' .. id), 'reason', 'could not be processed five times',
  'sealed', string.sub(head, #sid + 2), 'at', now, 'kind', 'message')
redis.call('PEXPIRE', key('quarantined:' .. id), ARGV[6])
redis.call('ZADD', key('quarantine'), now, id)
emit(now, 'quarantine.added', 'quarantine', id, 'reason', 'could not be processed five times')
advance('inbox', person, now, ARGV[5])
redis.call('HDEL', key('inbox:claims'), person)
if redis.call('EXISTS', key('inbox:' .. person)) == 1 then
  redis.call('ZADD', key('inbox'), now, person)
end
return 1
