package se.vardrum.patient;

/**
 * From which age on what holds, in whole years on the day of the visit. Settings of the care provider: law and practice
 * vary (README, settings).
 *
 * @param ownFrom from this birthday on a child can be a patient in the own name; before it only through a proxy
 * @param adultFrom from this birthday on a patient is booked as a grown-up, without proxies
 */
record AgeLimits(int ownFrom, int adultFrom) {

    AgeLimits {
        if (ownFrom < 0 || adultFrom < ownFrom)
            throw new IllegalArgumentException("vardrum.ages: " + ownFrom + " and " + adultFrom + " contradict");
    }
}
