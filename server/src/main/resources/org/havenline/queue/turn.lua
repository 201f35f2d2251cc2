-- Places waiting contacts by newer tables; each keeps its place, or moves forward. Of those about whom several are
-- asked at once, nobody is asked by the older ones any more.
-- ARGV: 1 stamp and 2 version of the tables, 3 now (ms), then for each contact nine values: its id; stamp, step
--       and epoch it was read with; step it is on now, when the next is due (ms, 0 as it was), virtual arrival,
--       queue, rule
-- Returns how many were placed: none when newer tables are in force, nor one that changed meanwhile.
local placed = 0
if not is_newest(ARGV[1]) then
  return placed
end
for i = 4, #ARGV, 9 do
  local contact, step, due, virtual = ARGV[i], ARGV[i + 4], ARGV[i + 5], ARGV[i + 6]
  local ckey = key('contact:' .. contact)
  local seen = redis.call('HMGET', ckey, 'state', 'ruled', 'step', 'epoch', 'virtual')
  if (seen[1] == 'queued' or seen[1] == 'offered') and tonumber(seen[2] or 0) == tonumber(ARGV[i + 1])
    and seen[3] == ARGV[i + 2] and seen[4] == ARGV[i + 3] then
    if tonumber(seen[5]) < tonumber(virtual) then
      virtual = seen[5]
    end
    redis.call('HSET', ckey, 'ruled', ARGV[1], 'version', ARGV[2], 'step', step, 'virtual', virtual,
      'queue', ARGV[i + 7], 'rule', ARGV[i + 8])
    if seen[1] == 'queued' or unsettle(contact, ARGV[3]) then
      move_in_queue(contact, virtual)
    end
    if due == '0' then
      redis.call('ZADD', key('timers'), 'NX', ARGV[3] + 60000, 'step|' .. contact)
    else
      redis.call('ZADD', key('timers'), due, 'step|' .. contact)
    end
    placed = placed + 1
  end
end
return placed
