package app.tidings.notify.signup;

/** That somebody asked for a publication at an address; whose address it is, is still to be seen. */
record SignUp(String publicationId, String address, String language) {

    @Override
    public String toString() {
        return "SignUp[%s, %s]".formatted(publicationId, language);
    }
}
