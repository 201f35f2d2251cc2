-- Places a waiting contact by newer tables; it keeps its place, or moves forward.
-- ARGV: 1 contact, 2 stamp and 3 version of the tables, 4 stamp and 5 step it was read with,
--       6 step it is on now, 7 when the next is due (ms, 0 as it was), 8 virtual arrival,
--       9 queue, 10 rule, 11 now (ms), 12 epoch it was read with
-- Returns 1, or 0 when it changed meanwhile or newer tables are in force.
local contact = ARGV[1]
local ckey = key('contact:' .. contact)
local seen = redis.call('HMGET', ckey, 'state', 'ruled', 'step', 'virtual', 'epoch')
if (seen[1] ~= 'queued' and seen[1] ~= 'offered') or not is_newest(ARGV[2])
  or tonumber(seen[2] or 0) ~= tonumber(ARGV[4]) or seen[3] ~= ARGV[5] or seen[5] ~= ARGV[12] then
  return 0
end
local virtual = ARGV[8]
if tonumber(seen[4]) < tonumber(virtual) then
  virtual = seen[4]
end
redis.call('HSET', ckey, 'ruled', ARGV[2], 'step', ARGV[6], 'virtual', virtual,
  'queue', ARGV[9], 'rule', ARGV[10], 'version', ARGV[3])
if seen[1] == 'queued' then
  redis.call('ZADD', key('waiting'), 'XX', virtual, contact)
end
if ARGV[7] == '0' then
  redis.call('ZADD', key('timers'), 'NX', ARGV[11] + 60000, 'step|' .. contact)
else
  redis.call('ZADD', key('timers'), ARGV[7], 'step|' .. contact)
end
return 1
