-- Notes until when a person may be written to.
-- ARGV: 1 contact, 2 responder who has it, or "" for a supervisor, 3 until (ms) or "" for no end, 4 now (ms)
-- Returns 1 noted; 0 it is not there, or not his.
local contact = ARGV[1]
local ckey = key('contact:' .. contact)
local seen = redis.call('HMGET', ckey, 'state', 'responder')
if not seen[1] or (ARGV[2] ~= '' and (seen[1] ~= 'connected' or seen[2] ~= ARGV[2])) then
  return 0
end
if ARGV[3] == '' then
  redis.call('HDEL', ckey, 'write-until')
else
  redis.call('HSET', ckey, 'write-until', ARGV[3])
end
emit(ARGV[4], 'contact.safe-time', 'contact', contact)
return 1
