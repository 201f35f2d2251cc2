-- Gives the oldest lane that is due to one worker for a while.
-- ARGV: 1 name of the lanes, 2 now (ms), 3 lease (ms)
-- Returns {lane, epoch, tries, head of the lane}, or nothing when none is due.
local name, now, lease = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

local lane = redis.call('ZRANGEBYSCORE', key(name), '-inf', now, 'LIMIT', 0, 1)[1]
if not lane then
  return {}
end
local head = redis.call('LINDEX', key(name .. ':' .. lane), 0)
if not head then
  redis.call('ZREM', key(name), lane)
  redis.call('HDEL', key(name .. ':claims'), lane)
  redis.call('HDEL', key(name .. ':tries'), lane)
  return {}
end
local epoch = redis.call('INCR', key('claims'))
redis.call('HSET', key(name .. ':claims'), lane, epoch)
redis.call('ZADD', key(name), now + lease, lane)
local tries = redis.call('HINCRBY', key(name .. ':tries'), lane, 1)
return {lane, epoch, tries, head}
