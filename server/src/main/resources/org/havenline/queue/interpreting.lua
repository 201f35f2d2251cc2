-- Who interprets now. Returns their ids.
local ids = {}
for _, id in ipairs(redis.call('HKEYS', key('interpreting'))) do
  local contact = redis.call('HGET', key('interpreting'), id)
  if redis.call('HGET', key('contact:' .. contact), 'interpreter') == id then
    table.insert(ids, id)
  else
    -- the contact has run out
    redis.call('HDEL', key('interpreting'), id)
  end
end
return ids
