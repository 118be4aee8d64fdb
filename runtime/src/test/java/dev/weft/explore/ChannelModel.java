package dev.weft.explore;

import dev.weft.AsyncChannel;
import dev.weft.ChannelReceiver;
import dev.weft.ChannelSender;
import dev.weft.Overflow;
import java.util.ArrayList;
import java.util.List;

/** A channel of which each of three tasks has both ends, or those that a program says. */
public final class ChannelModel extends Model {
    private final AsyncChannel<String> channel;
    private final Overflow overflow;
    private final List<ChannelSender<String>> senders = new ArrayList<>();
    private final List<ChannelReceiver<String>> receivers = new ArrayList<>();
    private final List<Integer> openSenders = new ArrayList<>();
    private final List<Integer> openReceivers = new ArrayList<>();
    private final List<String> items = new ArrayList<>();

    public ChannelModel(int capacity) {
        this(capacity, Overflow.WAIT, List.of(0, 1, 2), List.of(0, 1, 2));
    }

    /** Makes one with the ends of these tasks open. */
    public ChannelModel(
            int capacity, Overflow overflow, List<Integer> sending, List<Integer> receiving) {
        this.channel = AsyncChannel.of(capacity, overflow);
        this.overflow = overflow;
        for (int i = 0; i < 3; i++) {
            senders.add(channel.sender().another());
            receivers.add(channel.receiver().another());
            if (!sending.contains(i)) {
                senders.get(i).close();
            }
            if (!receiving.contains(i)) {
                receivers.get(i).close();
            }
        }
        channel.sender().close();
        channel.receiver().close();
        openSenders.addAll(sending);
        openReceivers.addAll(receiving);
    }

    private final class Send extends Op {
        private final String item;
        private final int from;

        Send(String item, int from) {
            this.item = item;
            this.from = from;
        }

        @Override
        public Object start(Walker walker) {
            return senders.get(from).send(item);
        }

        @Override
        public Object attempt(Request request) {
            if (!openSenders.contains(from)) {
                return "ChannelClosedException";
            }
            if (openReceivers.isEmpty()) {
                return "ChannelBrokenException";
            }
            Request receiver = first(Receive.class, request);
            if (receiver != null && items.isEmpty()) {
                receiver.end(receiver.alternative(ChannelModel.this, Receive.class), item);
                return "null";
            }
            if (items.size() >= channel.capacity()) {
                if (overflow == Overflow.WAIT) {
                    return WAIT;
                }
                if (overflow == Overflow.DROP_NEWEST) {
                    return "null";
                }
                items.remove(0);
            }
            items.add(item);
            return "null";
        }
    }

    private final class Receive extends Op {
        private final int by;
        private final boolean iterating;

        Receive(int by, boolean iterating) {
            this.by = by;
            this.iterating = iterating;
        }

        @Override
        public Object start(Walker walker) throws Exception {
            ChannelReceiver<String> receiver = receivers.get(by);
            return iterating ? receiver.iterator().next() : receiver.receive();
        }

        @Override
        public Object attempt(Request request) {
            if (!openReceivers.contains(by)) {
                return "ChannelClosedException";
            }
            if (!items.isEmpty()) {
                return items.remove(0);
            }
            Request sender = first(Send.class, request);
            if (sender != null) {
                Send send = sender.alternative(ChannelModel.this, Send.class);
                sender.end(send, "null");
                return send.item;
            }
            if (!openSenders.isEmpty()) {
                return WAIT;
            }
            return iterating ? "StopAsyncIteration" : "ChannelEndException";
        }
    }

    /** Who has waited longest, apart from the one that asks. */
    private Request first(Class<? extends Op> type, Request asking) {
        return world.waiting.stream()
                .filter(r -> r != asking && r.alternative(this, type) != null)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Op op(String verb, String argument) {
        int end = argument.isEmpty() ? 0 : argument.charAt(0) - '0';
        return switch (verb) {
            case "send" -> new Send(argument, end);
            case "receive" -> new Receive(end, false);
            case "next" -> new Receive(end, true);
            case "closeSender" ->
                    Op.of(
                            w -> {
                                senders.get(end).close();
                                return null;
                            },
                            r -> close(openSenders, end));
            case "closeReceiver" ->
                    Op.of(
                            w -> {
                                receivers.get(end).close();
                                return null;
                            },
                            r -> close(openReceivers, end));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private Object close(List<Integer> ends, int end) {
        ends.remove((Integer) end);
        if (openReceivers.isEmpty()) {
            items.clear();
        }
        return "null";
    }

    @Override
    protected void compare() {
        AsyncChannel.Statistics now = channel.statistics();
        same("size", now.size(), items.size());
        same("senders", now.senders(), openSenders.size());
        same("receivers", now.receivers(), openReceivers.size());
        same("sending", now.sending(), waiting(Send.class));
        same("receiving", now.receiving(), waiting(Receive.class));
    }

    @Override
    protected void finished() {
        AsyncChannel.Statistics now = channel.statistics();
        same("waiting", now.sending() + now.receiving(), 0);
        same("size", now.size(), items.size());
    }
}
