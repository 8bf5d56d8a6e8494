# Invitations, leaving, deputies.
invite-not-allowed = Only the performance office may invite people or let them go.
invite-nameless = Please give a name.
invite-no-place = Please name the unit; for an observer, the observation point.
person-gone = There is no such person, or they have left.
deputy-self = Nobody can be their own deputy.
deputy-over = A deputy's time must end after it begins, and after now.
