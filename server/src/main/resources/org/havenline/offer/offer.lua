-- Asks one responder to take a waiting contact.
-- ARGV: 1 contact, 2 epoch it was seen with, 3 responder, 4 how many of its channel he may hold, 5 until (ms),
--       6 now (ms), 7 reasons, a line each, 8 who interprets, or "", 9 how many of high risk in a row, 0 any,
--       10 break after them (ms), 11 stamp and 12 version of the tables this was chosen by
-- Returns the epoch of the offer; 0 when the contact is no longer waiting so or placed by other tables; -1
-- when the responder or who interprets is not free.
local contact, responder, now = ARGV[1], ARGV[3], ARGV[6]
local ckey, rkey, holds_key = key('contact:' .. contact), key('responder:' .. responder), key('holds:' .. responder)

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

local seen = redis.call('HMGET', ckey, 'state', 'epoch', 'channel')
if seen[1] ~= 'queued' or seen[2] ~= ARGV[2] or not ruled_by(contact, ARGV[11]) then
  return 0
end
-- the same sums as org.havenline.routing.FreeResponder.Strain: a pause as long as a break ends the row
local function tired(most, rest)
  local row, in_hand, last = strain(responder)
  if not in_hand and tonumber(last) + rest <= tonumber(now) then
    redis.call('HSET', rkey, 'in-a-row', 0)
    return false
  end
  return row >= most
end

local presence = redis.call('HMGET', rkey, 'state', 'lease')
-- another node may have chosen him to interpret meanwhile
local helps = redis.call('HGET', key('interpreting'), responder)
if helps and redis.call('EXISTS', key('contact:' .. helps)) == 1 then
  return -1
end
if presence[1] ~= 'available' or tonumber(presence[2] or 0) <= tonumber(now)
  or not fits(redis.call('HVALS', holds_key), seen[3], tonumber(ARGV[4]))
  or (ARGV[9] ~= '0' and tired(tonumber(ARGV[9]), tonumber(ARGV[10]))) then
  return -1
end
if ARGV[8] ~= '' and redis.call('HSETNX', key('interpreting'), ARGV[8], contact) == 0 then
  return -1
end
local epoch = redis.call('HINCRBY', ckey, 'epoch', 1)
redis.call('HSET', ckey, 'state', 'offered', 'responder', responder, 'until', ARGV[5],
  'reasons', ARGV[7], 'interpreter', ARGV[8], 'since', now, 'offered-by', ARGV[12])
redis.call('ZREM', key('waiting'), contact)
redis.call('HSET', holds_key, contact, seen[3])
redis.call('ZADD', key('timers'), ARGV[5], 'offer|' .. contact .. '|' .. epoch)
emit(now, 'contact.offered', 'contact', contact, 'responder', responder, 'epoch', epoch, 'until', ARGV[5],
  'interpreter', ARGV[8], 'version', ARGV[12])
return epoch
