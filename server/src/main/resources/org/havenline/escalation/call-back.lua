-- Looks after a promise to come back to a person.
-- ARGV: 1 contact, 2 now (ms), 3 looked after next (ms), 4 keep (ms), 5 not-after of what is sent (ms),
--       then for each page: its message id, the sealed number
-- Returns 1 paged, 0 nothing to do: not due, closed, or somebody is with her.
local contact, now = ARGV[1], ARGV[2]
local timer = 'call-back|' .. contact

local due = redis.call('ZSCORE', key('timers'), timer)
if not due or tonumber(due) > tonumber(now) then
  return 0 -- another node was faster
end
local state = redis.call('HGET', key('contact:' .. contact), 'state')
if not state or state == 'closed' then
  redis.call('ZREM', key('timers'), timer)
  redis.call('ZREM', key('call-backs'), contact)
  return 0
end
redis.call('ZADD', key('timers'), ARGV[3], timer)
if state == 'connected' then
  return 0
end
emit(now, 'contact.call-back-due', 'contact', contact)
for i = 6, #ARGV, 2 do
  page(contact, ARGV[i], ARGV[i + 1], now, ARGV[5], ARGV[4])
end
return 1
