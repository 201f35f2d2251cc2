-- A sign of life. ARGV: 1 responder, 2 lease until (ms). Returns his state, or nothing if unknown.
local rkey = key('responder:' .. ARGV[1])
local state = redis.call('HGET', rkey, 'state')
if state then
  redis.call('HSET', rkey, 'lease', ARGV[2])
  redis.call('ZADD', key('timers'), ARGV[2], 'presence|' .. ARGV[1])
end
return state
