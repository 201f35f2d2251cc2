-- Messages of a conversation. ARGV: 1 contact, 2 the first, 3 the last (from 0), then the fields wanted
-- Returns for each its id, then those fields; a field that is not there is false.
local messages = {}
for i, id in ipairs(redis.call('LRANGE', key('order:' .. ARGV[1]), ARGV[2], ARGV[3])) do
  local fields = redis.call('HMGET', key('message:' .. id), unpack(ARGV, 4))
  table.insert(fields, 1, id)
  messages[i] = fields
end
return messages
