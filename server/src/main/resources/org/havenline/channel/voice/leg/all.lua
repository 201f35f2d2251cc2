-- The legs of a call, in the order of dialling. ARGV: 1 call
-- Returns for each its id, then its fields and their values.
local found = {}
for _, leg in ipairs(redis.call('LRANGE', key('legs:' .. ARGV[1]), 0, -1)) do
  local fields = redis.call('HGETALL', key('leg:' .. leg))
  if #fields > 0 then
    table.insert(found, {leg, fields})
  end
end
return found
