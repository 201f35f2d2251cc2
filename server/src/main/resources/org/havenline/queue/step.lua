-- Escalates a contact nobody has taken yet by one step.
-- ARGV: 1 contact, 2 step it is on, 3 now (ms), 4 next due (ms, 0 none), 5 keep (ms),
--       6 not-after of what is sent (ms), 7 id of the text to the person, or "",
--       8 stamp of the tables, 9 when this step was due (ms),
--       then for each page: its message id, the sealed number
-- Returns 1, or 0 when the contact is taken, closed, or already further.
local contact, step, now, keep = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[5]
local ckey, timer = key('contact:' .. contact), 'step|' .. contact

local seen = redis.call('HMGET', ckey, 'state', 'step', 'told')
if (seen[1] ~= 'queued' and seen[1] ~= 'offered') or tonumber(seen[2]) ~= step then
  if seen[1] ~= 'queued' and seen[1] ~= 'offered' then
    redis.call('ZREM', key('timers'), timer)
  end
  return 0
end
if not ruled_by(contact, ARGV[8]) then
  return 0 -- the step was looked up in other tables than the contact is placed by
end
redis.call('HSET', ckey, 'step', step + 1, 'stepped', ARGV[9])
if ARGV[4] == '0' then
  redis.call('ZREM', key('timers'), timer)
else
  redis.call('ZADD', key('timers'), ARGV[4], timer)
end
emit(now, 'contact.escalated', 'contact', contact, 'step', step + 1)
if ARGV[7] ~= '' and not seen[3] then
  redis.call('HSET', ckey, 'told', 1)
  send(contact, contact, ARGV[7], 'automatic', now, ARGV[6], keep, true)
end
if #ARGV > 9 then
  redis.call('HSET', ckey, 'paged', 1)
end
for i = 10, #ARGV, 2 do
  send('page-' .. contact, contact, ARGV[i], 'page', now, ARGV[6], keep, false)
  redis.call('HSET', key('message:' .. ARGV[i]), 'to', ARGV[i + 1])
end
return 1
