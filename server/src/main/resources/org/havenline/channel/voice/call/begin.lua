-- A call comes in; asked again, it is the same call.
-- ARGV: 1 call, 2 person of this call alone, 3 person of the number, or "", 4 now (ms), 5 the caller's address,
--       sealed, 6 the same for this call alone, 7 the line's number, 8 kept for (ms), 9 the languages of the menu
-- Returns its fields and their values, and whether its telephones are looked at: where nobody can be rung yet, they
-- are when something happens to her contact.
-- A second call from a number that is on the line already is somebody else's: two women share a telephone. One who
-- waits to be called back and calls herself is the same, and keeps her promise and whoever is rung for it.
local call, now = ARGV[1], ARGV[4]
local name = key('call:' .. call)

if redis.call('EXISTS', name) == 1 then
  look_at(call, now)
  return {redis.call('HGETALL', name), 1}
end
local person, from, promised = ARGV[2], ARGV[6], false
if ARGV[3] ~= '' then
  local other = redis.call('GET', key('calling:' .. ARGV[3]))
  promised = other and redis.call('HGET', key('call:' .. other), 'stage') == 'back' and other
  if not other or promised then
    person, from = ARGV[3], ARGV[5]
  end
end
redis.call('SET', key('calling:' .. person), call, 'PX', ARGV[8])
redis.call('HSET', name, 'person', person, 'from', from, 'to', ARGV[7], 'stage', 'menu', 'began', now,
  'heard', now, 'language', '', 'room', '', 'contact', '', 'menu', ARGV[9])
redis.call('PEXPIRE', name, ARGV[8])
if promised then
  take_over(promised, call)
end
-- who was cut off is back
local pkey = key('person:' .. person)
local contact = redis.call('HGET', pkey, 'contact')
redis.call('HDEL', pkey, 'left')
if contact then
  redis.call('HDEL', key('contact:' .. contact), 'left')
  if redis.call('HEXISTS', key('contact:' .. contact), 'back') == 0 then
    redis.call('HDEL', key('contact:' .. contact), 'back-state')
  end
end
if promised or contact then
  look_at(call, now)
else
  look_later(call, now)
end
return {redis.call('HGETALL', name), (promised or contact) and 1 or 0}
