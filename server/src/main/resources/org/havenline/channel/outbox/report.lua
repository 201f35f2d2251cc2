-- A delivery report. States only ever rise (see DeliveryState), whatever order reports come in.
-- ARGV: 1 message or "", 2 the provider's id, 3 state, 4 rank, 5 error code, 6 now (ms)
-- Returns 1 when the state rose, 0 when not, -1 when the message is not known.
local message = ARGV[1]
if message == '' then
  message = redis.call('GET', key('sid-out:' .. ARGV[2]))
end
if not message or redis.call('EXISTS', key('message:' .. message)) == 0 then
  return -1
end
return advance_state(message, ARGV[3], tonumber(ARGV[4]), ARGV[5], ARGV[6])
