-- Who is on duty and has not lapsed. ARGV: 1 now (ms), 2 whether breaks count (1 or 0)
-- Returns {id, idle since (ms), channels of what he holds,
--          high risk in a row, one of them in hand (1 or 0), when the last began or ended (ms)} for each.
local responders = {}
for _, id in ipairs(redis.call('SMEMBERS', key('on-duty'))) do
  local found = redis.call('HMGET', key('responder:' .. id), 'lease', 'idle')
  if tonumber(found[1] or 0) > tonumber(ARGV[1]) then
    local row, in_hand, last = 0, false, '0'
    if ARGV[2] == '1' then
      row, in_hand, last = strain(id)
    end
    table.insert(responders, {id, found[2] or '0', redis.call('HVALS', key('holds:' .. id)),
      tostring(row), in_hand and '1' or '0', last})
  end
end
return responders
