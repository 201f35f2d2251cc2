-- Several contacts at one moment. ARGV: their ids
-- Returns for each its fields and their values, none when there is no such contact.
local found = {}
for i, contact in ipairs(ARGV) do
  found[i] = redis.call('HGETALL', key('contact:' .. contact))
end
return found
