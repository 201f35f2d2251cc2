-- She calls herself: whoever was rung for the promised call meanwhile is rung for hers. ARGV: 1 promised call
local person = redis.call('HGET', key('call:' .. ARGV[1]), 'person')
local call = person and redis.call('GET', key('calling:' .. person))
if call and call ~= ARGV[1] then
  take_over(ARGV[1], call)
end
return 1
