-- Escalates a contact nobody has taken yet by one step. After a move, others are asked than the several who are.
-- ARGV: 1 contact, 2 step it is on, 3 now (ms), 4 next due (ms, 0 none), 5 keep (ms),
--       6 not-after of what is sent (ms), 7 virtual arrival from here on, 8 stamp of the tables,
--       9 when this step was due (ms), 10 id of the text to the person, or "", 11 what the step came
--       to, 12 with how many automatic texts she gets no more, 13 partner, or "", 14 when a promise
--       is due (ms, 0 none), then for each page: its message id, the sealed number
-- Returns 1, or 0 when the contact is taken, closed, or already further.
local contact, step, now, keep = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[5]
local ckey, timer = key('contact:' .. contact), 'step|' .. contact

local seen = redis.call('HMGET', ckey, 'state', 'step', 'told', 'menu-told', 'menu-message')
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
-- a step may move her forward, never back
if tonumber(ARGV[7]) < tonumber(redis.call('HGET', ckey, 'virtual')) then
  redis.call('HSET', ckey, 'virtual', ARGV[7])
  move_in_queue(contact, ARGV[7])
end
if ARGV[4] == '0' then
  redis.call('ZREM', key('timers'), timer)
else
  redis.call('ZADD', key('timers'), ARGV[4], timer)
end
-- a menu she was sent and has not answered counts as a text, unless it never reached her
local did, texts, asked = ARGV[11], tonumber(seen[3] or 0), false
if seen[4] == '1' then
  local menu = redis.call('HGET', key('message:' .. seen[5]), 'state')
  asked = menu ~= 'expired' and menu ~= 'failed' and menu ~= 'undelivered'
end
local tells = ARGV[10] ~= '' and texts + (asked and 1 or 0) < tonumber(ARGV[12])
if did == 'tell' and not tells and texts == 0 and asked then
  did = 'tell-asked'
end
redis.call('HSET', ckey, 'did', did)
if ARGV[13] ~= '' then
  redis.call('HSET', ckey, 'partner', ARGV[13])
end
-- the first promise counts
if ARGV[14] ~= '0' and redis.call('HSETNX', ckey, 'call-back', ARGV[14]) == 1 then
  redis.call('ZADD', key('call-backs'), ARGV[14], contact)
  redis.call('ZADD', key('timers'), ARGV[14], 'call-back|' .. contact)
end
if ARGV[11] == 'move' then
  unsettle(contact, now)
end
emit(now, 'contact.escalated', 'contact', contact, 'step', step + 1, 'did', did,
  'partner', ARGV[13])
if tells then
  redis.call('HINCRBY', ckey, 'told', 1)
  send(contact, contact, ARGV[10], 'automatic', now, ARGV[6], keep, true)
end
if #ARGV > 14 then
  redis.call('HSET', ckey, 'paged', 1)
end
for i = 15, #ARGV, 2 do
  page(contact, ARGV[i], ARGV[i + 1], now, ARGV[6], keep)
end
return 1
