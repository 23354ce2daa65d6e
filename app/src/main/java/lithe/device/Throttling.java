// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything by which a phone keeps itself cool: whose power it can cap, by which rules.
///
/// @param actors sources that can be capped
/// @param severities how hot the phone calls itself, or null when it does not say
/// @param governors the rules; where several cap a source, the lowest cap holds
public record Throttling(List<Actor> actors, @Nullable Severities severities, List<Governor> governors) {

    /// Takes copies and checks that everybody who is capped is an actor.
    ///
    /// @throws IllegalArgumentException when someone is not
    public Throttling {
        actors = List.copyOf(actors);
        governors = List.copyOf(governors);
        var names = actors.stream().map(Actor::source).toList();
        var capped = Stream.concat(
                governors.stream().flatMap(governor -> governor.actors().stream()),
                severities == null ? Stream.of() : severities.effects().stream().map(Severities.Effect::actor));
        capped.filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("a cap on %s, which is no actor; there are: %s".formatted(name, String.join(", ", names)));
        });
    }
}
