-- A try to reach her has ended, or there can be none. She is tried again later from her own place, if that is still
-- safe; else a person decides what follows. Whoever asked for it at the desk keeps her contact.
-- ARGV: 1 promised call, 2 leg of the try, or "" there was none, 3 why, 4 now (ms), 5 how many tries, 6 when the next
--       would be (ms)
-- Returns 2 again later, 1 for a person to follow up, 0 it was so before.
local id, why, now, again = ARGV[1], ARGV[3], ARGV[4], ARGV[6]
local name = key('call:' .. id)

local seen = redis.call('HMGET', name, 'stage', 'person', 'contact', 'ring', 'tries', 'by')
if seen[1] ~= 'back' or seen[4] ~= ARGV[2] then
  return 0
end
local contact = seen[3]
local ckey = key('contact:' .. contact)
local found = redis.call('HMGET', ckey, 'state', 'responder', 'back', 'write-until')
if found[3] ~= id then
  return 0
end
redis.call('HSET', name, 'ring', '')
local result = 1
if why == 'not-reached' and seen[6] == '' and tonumber(seen[5]) < tonumber(ARGV[5])
  and found[4] and tonumber(again) <= tonumber(found[4]) then
  result = 2
  redis.call('HSET', ckey, 'back-state', 'again', 'back-at', again)
  emit(now, 'contact.promised', 'contact', contact)
else
  redis.call('HDEL', ckey, 'back', 'back-at')
  redis.call('HSET', ckey, 'back-state', why, 'left', now)
  if redis.call('GET', key('calling:' .. seen[2])) == id then
    redis.call('DEL', key('calling:' .. seen[2]))
  end
  emit(now, 'contact.left', 'contact', contact)
end
if found[1] == 'connected' and found[2] ~= seen[6] then
  requeue(contact, found[2], 'not-reached', now)
end
return result
