-- The contact a person has open now. ARGV: 1 person
-- Returns its id, then its fields and their values; nothing when there is none.
local contact = redis.call('HGET', key('person:' .. ARGV[1]), 'contact')
if not contact then
  return {}
end
return {contact, redis.call('HGETALL', key('contact:' .. contact))}
