-- The owner of a conversation on the web is typing.
-- ARGV: 1 contact, 2 responder, 3 now (ms), 4 until when it is shown (ms)
-- Returns 1; 0 when it is not his, or not on the web.
local ckey = key('contact:' .. ARGV[1])
local seen = redis.call('HMGET', ckey, 'state', 'responder', 'channel', 'epoch', 'typing')
if seen[1] ~= 'connected' or seen[2] ~= ARGV[2] or seen[3] ~= 'WEBCHAT' then
  return 0
end
redis.call('HSET', ckey, 'typing', ARGV[4] .. ' ' .. seen[4])
-- told once, when it begins: who shows it knows when it ends
local till, epoch = string.match(seen[5] or '', '^(%d+) (.*)$')
if not till or tonumber(till) <= tonumber(ARGV[3]) or epoch ~= seen[4] then
  emit(ARGV[3], 'contact.typing', 'contact', ARGV[1])
end
return 1
