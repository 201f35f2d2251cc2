-- What is this link for? ARGV: 1 hash of its token, 2 now (ms)
-- Returns what for (sealed), its end and how often it was used; nothing when it does not open.
local lkey = key('link:' .. ARGV[1])
local found = redis.call('HMGET', lkey, 'for', 'until')
if not found[1] or tonumber(found[2]) <= tonumber(ARGV[2]) then
  return {}
end
return {found[1], found[2], redis.call('HINCRBY', lkey, 'used', 1)}
