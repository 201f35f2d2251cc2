-- The messages of a chat are in this contact.
-- ARGV: 1 chat, 2 contact, 3 how many messages were in its contacts before
if redis.call('EXISTS', key('chat:' .. ARGV[1])) == 1 then
  redis.call('HSET', key('chat:' .. ARGV[1]), 'contact', ARGV[2], 'before', ARGV[3])
end
return 1
