-- Waiting contacts that are placed by older tables, the oldest arrival first.
-- ARGV: 1 stamp of the tables in force, 2 how many of the open ones to pass over, 3 how many to look at
-- Returns {how many were looked at, {contact, {field, value, ...}}, ...}; {0} when there are newer tables than these.
if not is_newest(ARGV[1]) then
  return {0}
end
local found = redis.call('ZRANGE', key('open'), ARGV[2], ARGV[2] + ARGV[3] - 1)
local stale = {#found}
for _, id in ipairs(found) do
  local seen = redis.call('HMGET', key('contact:' .. id), 'state', 'ruled')
  if (seen[1] == 'queued' or seen[1] == 'offered')
    and tonumber(seen[2] or 0) < tonumber(ARGV[1]) then
    table.insert(stale, {id, redis.call('HGETALL', key('contact:' .. id))})
  end
end
return stale
