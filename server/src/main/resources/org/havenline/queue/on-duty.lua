-- Who is on duty and has not lapsed. ARGV: 1 now (ms)
-- Returns {id, idle since (ms), channels of what he holds} for each.
local responders = {}
for _, id in ipairs(redis.call('SMEMBERS', key('on-duty'))) do
  local found = redis.call('HMGET', key('responder:' .. id), 'lease', 'idle')
  if tonumber(found[1] or 0) > tonumber(ARGV[1]) then
    table.insert(responders, {id, found[2] or '0', redis.call('HVALS', key('holds:' .. id))})
  end
end
return responders
