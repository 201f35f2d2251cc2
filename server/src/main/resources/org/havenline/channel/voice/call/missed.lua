-- A call that no webhook told of, found in the provider's list: written down once.
-- ARGV: 1 call, 2 person of this call alone, 3 person of the number, or "", 4 when it began (ms), 5 when it ended
--       (ms), or "" when she is still on the line, 6 the caller's address, sealed, 7 the same for this call alone,
--       8 the line's number, 9 kept for (ms), 10 the sid under which a call is accepted as a contact
-- Returns 1, or 0 when it is known: our note of it may have run out, and it was a contact all the same.
local call, ended = ARGV[1], ARGV[5]
local name = key('call:' .. call)

if redis.call('EXISTS', name, key('sid-in:' .. ARGV[10])) > 0 then
  return 0
end
local person, from = ARGV[2], ARGV[7]
if ARGV[3] ~= '' then
  local other = redis.call('GET', key('calling:' .. ARGV[3]))
  local since = other and redis.call('HGET', key('call:' .. other), 'began')
  -- of two that go on at once, the second is somebody else's, as when the webhook tells of them
  if not since or (ended ~= '' and tonumber(ended) <= tonumber(since)) then
    person, from = ARGV[3], ARGV[6]
  end
end
if ended == '' then
  redis.call('SET', key('calling:' .. person), call, 'PX', ARGV[9])
end
redis.call('HSET', name, 'person', person, 'from', from, 'to', ARGV[8], 'stage', 'menu', 'began', ARGV[4],
  'heard', ARGV[4], 'ended', ended, 'language', '', 'room', '', 'contact', '')
redis.call('PEXPIRE', name, ARGV[9])
return 1
