-- A call is promised to a person, by keys while she is on the line or by whoever has her contact; a later promise
-- counts for an earlier one.
-- ARGV: 1 contact, 2 id of the call that it will be, 3 responder who asks for it, or "" by keys, 4 until when she may
--       be called (ms), or "" as it was, 5 her code, or "", 6 language, 7 now (ms), 8 kept for (ms), 9 when staff are
--       to be reminded (ms, 0 never), 10 how long after a try it is too soon for another (ms)
-- Returns 1 promised; 0 it is not there, or not his; -1 she is on the line; -2 it is too soon; -3 not safe now.
local contact, id, by, now = ARGV[1], ARGV[2], ARGV[3], ARGV[7]
local ckey, name = key('contact:' .. contact), key('call:' .. id)

local seen = redis.call('HMGET', ckey, 'state', 'person', 'responder', 'back', 'back-tried')
if not seen[1] or seen[1] == 'closed' or (by ~= '' and (seen[1] ~= 'connected' or seen[3] ~= by)) then
  return 0
end
local calling = redis.call('GET', key('calling:' .. seen[2]))
if by ~= '' then
  if seen[4] == id and calling == id then
    return 1
  elseif calling and calling ~= id then
    return -1
  elseif not may_call(contact, now) then
    return -3
  elseif tonumber(now) - tonumber(seen[5] or 0) < tonumber(ARGV[10]) then
    return -2
  end
  redis.call('SET', key('calling:' .. seen[2]), id, 'PX', ARGV[8])
end
redis.call('HSET', name, 'person', seen[2], 'to', '', 'stage', 'back', 'language', ARGV[6], 'room', '', 'contact', contact,
  'began', now, 'heard', now, 'ring', '', 'tries', 0, 'code', ARGV[5], 'by', by)
redis.call('PEXPIRE', name, ARGV[8])
redis.call('HDEL', ckey, 'back-at')
redis.call('HSET', ckey, 'back', id, 'back-state', 'promised')
if ARGV[4] ~= '' then
  redis.call('HSET', ckey, 'write-until', ARGV[4])
end
-- the first promise counts
if ARGV[9] ~= '0' and redis.call('HSETNX', ckey, 'call-back', ARGV[9]) == 1 then
  redis.call('ZADD', key('call-backs'), ARGV[9], contact)
  redis.call('ZADD', key('timers'), ARGV[9], 'call-back|' .. contact)
end
if redis.call('LLEN', key('calls:' .. id)) == 0 then
  redis.call('RPUSH', key('calls:' .. id), 'look')
  redis.call('ZADD', key('calls'), now, id)
end
emit(now, 'contact.promised', 'contact', contact)
return 1
