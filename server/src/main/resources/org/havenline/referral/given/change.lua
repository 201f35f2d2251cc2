-- Writes one referral of a contact as it is from now on.
-- ARGV: 1 contact, 2 who must have it, or have had it when it ended, or "" for anybody, 3 epoch and
--       4 revision of all its referrals it was seen with, 5 referral, 6 sealed, 7 now (ms), 8 how long a
--       contact is kept that has ended (ms), 9 until when its referrals need it (ms), 10 when somebody is to
--       ask how it went (ms, 0 never), 11 of its e-mail: AS_IT_IS, QUEUE or STOP, 12 what is to be counted
--       (sealed) or "", 13 what happened, in a word
-- Returns 1 written; 0 it is not there, or not his; -1 something changed meanwhile: decide again.
local contact, id, now = ARGV[1], ARGV[5], ARGV[7]
local ckey, rkey = key('contact:' .. contact), key('referrals:' .. contact)

local seen = redis.call('HMGET', ckey, 'state', 'responder', 'epoch', 'since')
if not seen[1] then
  return 0
elseif seen[3] ~= ARGV[3] or (redis.call('HGET', rkey, 'revision') or '0') ~= ARGV[4] then
  return -1
elseif ARGV[2] ~= '' and (seen[2] ~= ARGV[2] or (seen[1] ~= 'connected' and seen[1] ~= 'closed')) then
  return 0
end

redis.call('HSET', rkey, 'r:' .. id, ARGV[6])
redis.call('HINCRBY', rkey, 'revision', 1)
if ARGV[10] == '0' then
  redis.call('ZREM', key('follow-ups'), contact .. '|' .. id)
else
  redis.call('ZADD', key('follow-ups'), ARGV[10], contact .. '|' .. id)
end

if ARGV[11] == 'QUEUE' then
  redis.call('HSET', rkey, 'mail:' .. id, 'queued')
  redis.call('RPUSH', key('mails:' .. contact), id)
  redis.call('ZADD', key('mails'), 'NX', now, contact)
elseif ARGV[11] == 'STOP' and redis.call('HGET', rkey, 'mail:' .. id) == 'queued' then
  redis.call('HSET', rkey, 'mail:' .. id, 'blocked')
end
if ARGV[12] ~= '' then
  redis.call('SADD', key('tallies'), ARGV[12])
end

-- what it is needed for no longer keeps it no longer
redis.call('HSET', ckey, 'needed', ARGV[9])
local rest = redis.call('PTTL', ckey)
if seen[1] == 'closed' then
  rest = math.max(tonumber(seen[4]) + tonumber(ARGV[8]) - tonumber(now), 1)
end
keep_contact(contact, now, rest > 0 and rest or ARGV[8])
emit(now, 'contact.referral', 'contact', contact, 'referral', id, 'what', ARGV[13])
return 1
