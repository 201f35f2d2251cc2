-- She has hung up, and her telephones are looked at. Whoever has her contact, or finds it in the queue, sees it: a
-- person decides what follows. But one who was promised a call, and has not talked with anybody, has hung up to wait
-- for it.
-- ARGV: 1 call, 2 now (ms)
-- Returns 1, or 0 when it was over before or is not known.
local name, now = key('call:' .. ARGV[1]), ARGV[2]
local seen = redis.call('HMGET', name, 'stage', 'person', 'ended')
if not seen[1] then
  return 0
end
look_at(ARGV[1], now)
if seen[1] == 'over' then
  return 0
end
redis.call('HSET', name, 'stage', 'over', 'room', '')
if redis.call('GET', key('calling:' .. seen[2])) == ARGV[1] then
  redis.call('DEL', key('calling:' .. seen[2]))
end
if redis.call('EXISTS', key('calling:' .. seen[2])) == 1 then
  return 1 -- she is on the line again, by a later call
end
local left = seen[3] and seen[3] ~= '' and seen[3] or now
local pkey = key('person:' .. seen[2])
local contact = redis.call('HGET', pkey, 'contact')
local back = contact and redis.call('HGET', key('contact:' .. contact), 'back')
if back and redis.call('EXISTS', key('call:' .. back)) == 1 then
  redis.call('SET', key('calling:' .. seen[2]), back, 'PX', 86400000)
  emit(now, 'contact.promised', 'contact', contact)
elseif contact and redis.call('EXISTS', key('contact:' .. contact)) == 1 then
  redis.call('HDEL', key('contact:' .. contact), 'back', 'back-at', 'back-state')
  redis.call('HSET', key('contact:' .. contact), 'left', left)
  emit(now, 'contact.left', 'contact', contact)
else
  -- before her contact was placed: it takes this from here
  redis.call('HSET', pkey, 'left', left)
  redis.call('PEXPIRE', pkey, 86400000)
end
return 1
