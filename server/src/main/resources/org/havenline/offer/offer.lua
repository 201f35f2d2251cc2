-- Asks one responder, or several at once, to take a waiting contact: the first who accepts has it.
-- ARGV: 1 contact, 2 epoch it was seen with, 3 until (ms), 4 now (ms), 5 who interprets, or "",
--       6 how many of high risk in a row, 0 any, 7 break after them (ms), 8 stamp and 9 version of the tables this
--       was chosen by, then for each responder three values: id, how many of its channel he may hold, reasons, a
--       line each
-- Returns the epoch of the offer to all of them who are free; 0 when the contact is no longer waiting so, not to be
-- called back yet, or placed by other tables; -1 when none of them is free, or who interprets is not.
local contact, now = ARGV[1], ARGV[4]
local ckey = key('contact:' .. contact)

-- a call takes all of his attention: no texts beside it, and no call beside texts
local function fits(held, channel, most)
  local same = 0
  for _, other in ipairs(held) do
    if (other == 'VOICE') ~= (channel == 'VOICE') then
      return false
    elseif other == channel then
      same = same + 1
    end
  end
  return same < most
end

-- the same sums as org.havenline.routing.FreeResponder.Strain: a pause as long as a break ends the row
local function tired(responder, most, rest)
  local row, in_hand, last = strain(responder)
  if not in_hand and tonumber(last) + rest <= tonumber(now) then
    redis.call('HSET', key('responder:' .. responder), 'in-a-row', 0)
    return false
  end
  return row >= most
end

local function is_free(responder, channel, most)
  local presence = redis.call('HMGET', key('responder:' .. responder), 'state', 'lease')
  -- another node may have chosen him to interpret meanwhile
  local helps = redis.call('HGET', key('interpreting'), responder)
  return presence[1] == 'available' and tonumber(presence[2] or 0) > tonumber(now)
    and not (helps and redis.call('EXISTS', key('contact:' .. helps)) == 1)
    and fits(redis.call('HVALS', key('holds:' .. responder)), channel, most)
    and (ARGV[6] == '0' or not tired(responder, tonumber(ARGV[6]), tonumber(ARGV[7])))
end

local seen = redis.call('HMGET', ckey, 'state', 'epoch', 'channel', 'back-at')
if seen[1] ~= 'queued' or seen[2] ~= ARGV[2] or not ruled_by(contact, ARGV[8])
  or tonumber(seen[4] or 0) > tonumber(now) then
  return 0
end
local asked, reasons = {}, {}
for i = 10, #ARGV, 3 do
  if not reasons[ARGV[i]] and is_free(ARGV[i], seen[3], tonumber(ARGV[i + 1])) then
    table.insert(asked, ARGV[i])
    reasons[ARGV[i]] = ARGV[i + 2]
  end
end
if #asked == 0 or (ARGV[5] ~= '' and redis.call('HSETNX', key('interpreting'), ARGV[5], contact) == 0) then
  return -1
end
local epoch, names = redis.call('HINCRBY', ckey, 'epoch', 1), table.concat(asked, '\n')
redis.call('HSET', ckey, 'state', 'offered', 'responder', names, 'round', #asked, 'until', ARGV[3],
  'interpreter', ARGV[5], 'since', now, 'offered-by', ARGV[9])
for _, responder in ipairs(asked) do
  redis.call('HSET', ckey, 'reasons ' .. responder, reasons[responder])
  redis.call('HSET', key('holds:' .. responder), contact, seen[3])
end
out_of_queue(contact, seen[3])
redis.call('ZADD', key('timers'), ARGV[3], 'offer|' .. contact .. '|' .. epoch)
emit(now, 'contact.offered', 'contact', contact, 'responder', names, 'epoch', epoch, 'until', ARGV[3],
  'interpreter', ARGV[5], 'version', ARGV[9])
return epoch
