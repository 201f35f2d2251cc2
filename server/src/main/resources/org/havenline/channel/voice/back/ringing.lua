-- The telephone of a person who was promised a call is about to be rung, once, for the responder who has her contact
-- and waits for her.
-- ARGV: 1 promised call, 2 epoch of the claim, 3 leg, 4 contact, 5 its epoch, 6 responder, 7 now (ms), 8 kept for
--       (ms), 9 how often at most
-- Returns 1; 0 it is not to be any more, or was begun before; -1 it is not safe now; -2 it was tried often enough.
local id, contact, now = ARGV[1], ARGV[4], ARGV[7]
local ckey, name, leg = key('contact:' .. contact), key('call:' .. id), key('leg:' .. ARGV[3])

local seen = redis.call('HMGET', name, 'stage', 'person', 'ring', 'tries')
if not holds('calls', id, ARGV[2]) or seen[1] ~= 'back' or seen[3] ~= '' or redis.call('EXISTS', leg) == 1
  or redis.call('HGET', ckey, 'back') ~= id or redis.call('GET', key('calling:' .. seen[2])) ~= id
  or not owns(contact, ARGV[6], ARGV[5]) then
  return 0
elseif not may_call(contact, now) then
  return -1
elseif tonumber(seen[4]) >= tonumber(ARGV[9]) then
  return -2
end
redis.call('HSET', leg, 'call', id, 'contact', contact, 'epoch', ARGV[5], 'responder', ARGV[6], 'at', now,
  'state', 'dialling', 'rank', 0, 'sid', '', 'why', '')
redis.call('PEXPIRE', leg, ARGV[8])
redis.call('HSET', name, 'ring', ARGV[3])
redis.call('HINCRBY', name, 'tries', 1)
redis.call('HSET', ckey, 'back-tried', now)
return 1
